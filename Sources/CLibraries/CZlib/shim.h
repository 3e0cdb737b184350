#pragma once
#include <zlib.h>

/* deflateInit2 is a macro. 15 + 16: the largest window, in a gzip wrapper. */
static inline int preau_gzip_start(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

/* Without any wrapper, as ZIP files hold it. */
static inline int preau_deflate_start(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

/* inflateInit2 is a macro, too. */
static inline int preau_gunzip_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
/* With the short wrapper that PNG uses. */
static inline int preau_zlib_start(z_stream *stream) { return inflateInit2(stream, 15); }
