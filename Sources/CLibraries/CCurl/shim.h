#pragma once
/* The checks of types are macros around the variadic functions that Swift does not import. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>

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
static inline CURLcode preau_curl_set_writing(CURL *handle, curl_write_callback write) {
  return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
}
static inline CURLcode preau_curl_set_opening(CURL *handle, curl_opensocket_callback open) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open);
}
static inline long preau_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}
static inline const char *preau_curl_text(CURL *handle, CURLINFO info) {
  char *text = NULL;
  curl_easy_getinfo(handle, info, &text);
  return text;
}
/* The bytes of an IP address in the order of the network: 4, 16, or none for another family. */
static inline int preau_curl_address(const struct curl_sockaddr *address, void *bytes) {
  if (address->family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)&address->addr)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)&address->addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}
