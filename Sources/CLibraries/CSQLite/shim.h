#pragma once
#include <sqlite3.h>

/* SQLite copies the bytes. A null pointer would bind NULL instead of an empty string. */
static inline int preau_bind_text(sqlite3_stmt *statement, int index, const char *utf8, int byte_count) {
  return sqlite3_bind_text(statement, index, utf8 ? utf8 : "", byte_count, SQLITE_TRANSIENT);
}

static inline int preau_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int byte_count) {
  return byte_count ? sqlite3_bind_blob(statement, index, bytes, byte_count, SQLITE_TRANSIENT)
                    : sqlite3_bind_zeroblob(statement, index, 0);
}
