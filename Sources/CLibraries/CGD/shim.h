#pragma once
#include <gd.h>
#include <malloc.h>
#include <stdarg.h>

/* What is wrong with somebody's picture is told by a null image; on standard error it would be noise.
   The type of the function, with a va_list, is not imported. */
static inline void preau_gd_ignore(int priority, const char *format, va_list arguments) {
  (void)priority;
  (void)format;
  (void)arguments;
}

static inline void preau_gd_be_silent(void) { gdSetErrorMethod(preau_gd_ignore); }
