/* The server of xmlrpc-c on a free port that its first line tells. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <xmlrpc-c/base.h>
#include <xmlrpc-c/server.h>
#include <xmlrpc-c/server_abyss.h>

static void check(xmlrpc_env *env) {
  if (env->fault_occurred) {
    fprintf(stderr, "%s\n", env->fault_string);
    exit(1);
  }
}

static xmlrpc_value *add(xmlrpc_env *env, xmlrpc_value *params, void *info, void *call) {
  int sum = 0;
  int size = xmlrpc_array_size(env, params);
  for (int i = 0; i < size; i++) {
    xmlrpc_value *item;
    int number;
    xmlrpc_array_read_item(env, params, i, &item);
    xmlrpc_read_int(env, item, &number);
    xmlrpc_DECREF(item);
    sum += number;
  }
  return xmlrpc_int_new(env, sum);
}

static xmlrpc_value *same(xmlrpc_env *env, xmlrpc_value *params, void *info, void *call) {
  xmlrpc_value *item;
  xmlrpc_array_read_item(env, params, 0, &item);
  return item;
}

int main(void) {
  xmlrpc_env env;
  xmlrpc_env_init(&env);
  xmlrpc_limit_set(XMLRPC_XML_SIZE_LIMIT_ID, 64 << 20);
  xmlrpc_registry *registry = xmlrpc_registry_new(&env);
  struct xmlrpc_method_info3 methods[] = {
      {.methodName = "addtogether", .methodFunction = add},
      {.methodName = "structs", .methodFunction = same},
      {.methodName = "texts", .methodFunction = same},
      {.methodName = "ints", .methodFunction = same},
      {.methodName = "base64", .methodFunction = same},
  };
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
    xmlrpc_registry_add_method3(&env, registry, &methods[i]);
  }
  check(&env);

  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (bind(listener, (struct sockaddr *)&address, size)
      || getsockname(listener, (struct sockaddr *)&address, &size)
      || listen(listener, 64)) {
    perror("listen");
    return 1;
  }
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);

  xmlrpc_server_abyss_parms server = {
      .registryP = registry,
      .keepalive_timeout = 60,
      .keepalive_max_conn = 1 << 30,
      .timeout = 60,
      .dont_advertise = 1,
      .socket_bound = 1,
      .socket_handle = listener,
      .max_conn = 64,
      .max_conn_backlog = 64,
  };
  xmlrpc_server_abyss(&env, &server, XMLRPC_APSIZE(max_conn_backlog));
  check(&env);
}
