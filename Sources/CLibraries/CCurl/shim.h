#pragma once
/* The checks of types are macros around the variadic functions that Swift does not import. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

static inline CURLcode preau_curl_set_text(CURL *handle, CURLoption option, const char *text) {
  return curl_easy_setopt(handle, option, text);
}
static inline CURLcode preau_curl_set_number(CURL *handle, CURLoption option, long number) {
  return curl_easy_setopt(handle, option, number);
}
static inline CURLcode preau_curl_set_pointer(CURL *handle, CURLoption option, void *pointer) {
  return curl_easy_setopt(handle, option, pointer);
}
static inline CURLcode preau_curl_set_reading(CURL *handle, curl_read_callback read) {
  return curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
}
static inline CURLcode preau_curl_set_watching(CURL *handle, curl_debug_callback watch) {
  return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, watch);
}
static inline CURLcode preau_curl_set_progress(CURL *handle, curl_xferinfo_callback ask) {
  return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, ask);
}
