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

/* Extended result codes are expressions in the header, which Swift does not import. */
static const int preau_constraint_foreign_key = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int preau_constraint_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int preau_constraint_row_id = SQLITE_CONSTRAINT_ROWID;
static const int preau_constraint_unique = SQLITE_CONSTRAINT_UNIQUE;

/* sqlite3_db_config is variadic. A database file is never trusted to write into internal tables,
   and "text" in double quotes is a name, so that a misspelt column is an error and not a string. */
static inline int preau_harden(sqlite3 *connection) {
  int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
  return code;
}

/* SQLITE_TRANSIENT is a cast that Swift does not import: SQLite copies the bytes. */
static inline void preau_result_blob(sqlite3_context *context, const void *bytes, int byte_count) {
  sqlite3_result_blob(context, bytes, byte_count, SQLITE_TRANSIENT);
}
