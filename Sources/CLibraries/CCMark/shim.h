#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

/* cmark's default allocator is malloc. */
static inline void preau_cmark_free(char *html) { free(html); }
static inline long preau_cmark_length(const char *html) { return (long)strlen(html); }
