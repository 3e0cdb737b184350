#pragma once
#include <dlfcn.h>
#include <microhttpd.h>
#include <string.h>

/* Paths and queries are decoded by us, after they are split: libmicrohttpd leaves them as they came. */
static size_t preau_http_keep_escaped(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

/* What a daemon tells us. A null function is not called. */
struct preau_http_callbacks {
  MHD_AcceptPolicyCallback accepts;
  MHD_NotifyConnectionCallback connection;
  void *(*target)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_AccessHandlerCallback handle;
  MHD_RequestCompletedCallback completed;
};

/* Variadic functions are not imported into Swift. A socket of -1 leaves it to libmicrohttpd to listen
   on the port; otherwise the port is not used. */
static inline struct MHD_Daemon *preau_http_start(
    int listening_socket, unsigned short port, unsigned int threads, unsigned int connection_limit,
    unsigned int idle_seconds, size_t connection_memory, struct preau_http_callbacks callbacks,
    void *context) {
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
  return MHD_start_daemon(
      flags, port, callbacks.accepts, context, callbacks.handle, context,
      MHD_OPTION_LISTEN_SOCKET, listening_socket,
      MHD_OPTION_THREAD_POOL_SIZE, threads > 1 ? threads : 0,
      MHD_OPTION_CONNECTION_LIMIT, connection_limit,
      MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_memory,
      MHD_OPTION_NOTIFY_CONNECTION, callbacks.connection, context,
      MHD_OPTION_URI_LOG_CALLBACK, callbacks.target, context,
      MHD_OPTION_UNESCAPE_CALLBACK, &preau_http_keep_escaped, NULL,
      MHD_OPTION_NOTIFY_COMPLETED, callbacks.completed, context,
      MHD_OPTION_END);
}

typedef enum MHD_Result (*preau_http_queue_function)(
    struct MHD_Connection *connection, unsigned int status, struct MHD_Response *response);

/* The library's own MHD_queue_response, behind the one of the same name that HTTPServer puts before
   it. RTLD_NEXT, a cast, is not imported. */
static inline preau_http_queue_function preau_http_library_queue(void) {
  return (preau_http_queue_function)dlsym(((void *)-1l), "MHD_queue_response");
}

/* These are variadic for the sake of kinds of information that take an argument; they take none. */
static inline int preau_http_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *preau_http_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : NULL;
}

static inline void *preau_http_connection_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

/* Bytes from the method to the end of the empty line that ends the head; 0 while that has not come. */
static inline size_t preau_http_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}
