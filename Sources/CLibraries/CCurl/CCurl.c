// Each call goes on the type of libcurl's own declaration, so that a wrong argument does not compile.
#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

#ifdef __APPLE__
#define LIBRARY "libcurl.4.dylib"
#define INSTALL "libcurl.4.dylib cannot be loaded; install it with: brew install curl"
#else
#define LIBRARY "libcurl.so.4"
#define INSTALL "libcurl.so.4 cannot be loaded; on Debian and Ubuntu install it with: apt install libcurl4"
#endif

#define OLDEST 0x075000  // 7.80: a call before each request

#define FUNCTIONS(APPLY) \
  APPLY(curl_easy_cleanup) \
  APPLY(curl_easy_getinfo) \
  APPLY(curl_easy_init) \
  APPLY(curl_easy_setopt) \
  APPLY(curl_global_init) \
  APPLY(curl_multi_add_handle) \
  APPLY(curl_multi_cleanup) \
  APPLY(curl_multi_info_read) \
  APPLY(curl_multi_init) \
  APPLY(curl_multi_perform) \
  APPLY(curl_multi_poll) \
  APPLY(curl_multi_remove_handle) \
  APPLY(curl_multi_wakeup) \
  APPLY(curl_slist_append) \
  APPLY(curl_slist_free_all) \
  APPLY(curl_version_info)

#define POINTER(name) __typeof__(&name) name##_;
static struct {
  FUNCTIONS(POINTER)
} lib;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *problem = INSTALL;

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define LOOK_UP(name) \
  lib.name##_ = (__typeof__(&name))dlsym(library, #name); \
  if (!lib.name##_) { \
    problem = LIBRARY " has no " #name "; libcurl 7.80 or newer is needed"; \
    return; \
  }
  FUNCTIONS(LOOK_UP)
  if (lib.curl_global_init_(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    problem = LIBRARY " cannot be initialized";
    return;
  }
  const curl_version_info_data *info = lib.curl_version_info_(CURLVERSION_NOW);
  if (info->version_num < OLDEST) {
    problem = LIBRARY " is too old; libcurl 7.80 or newer is needed";
  } else if (!(info->features & CURL_VERSION_SSL)) {
    problem = LIBRARY " was built without TLS; install one that has it";
  } else if (!(info->features & CURL_VERSION_ASYNCHDNS)) {
    problem = LIBRARY " waits for names to be resolved; install one with an asynchronous resolver";
  } else {
    problem = NULL;
  }
}

const char *sc_curl_load(void) {
  pthread_once(&once, load);
  return problem;
}

CURL *sc_easy_init(void) { return lib.curl_easy_init_(); }
void sc_easy_cleanup(CURL *easy) { lib.curl_easy_cleanup_(easy); }

CURLcode sc_easy_set_long(CURL *easy, CURLoption option, long value) {
  return lib.curl_easy_setopt_(easy, option, value);
}

CURLcode sc_easy_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return lib.curl_easy_setopt_(easy, option, value);
}

CURLcode sc_easy_set_text(CURL *easy, CURLoption option, const char *value) {
  return lib.curl_easy_setopt_(easy, option, value);
}

CURLcode sc_easy_set_pointer(CURL *easy, CURLoption option, void *value) {
  return lib.curl_easy_setopt_(easy, option, value);
}

CURLcode sc_easy_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return lib.curl_easy_setopt_(easy, option, value);
}

CURLcode sc_easy_set_data(CURL *easy, CURLoption option, curl_write_callback value) {
  return lib.curl_easy_setopt_(easy, option, value);
}

CURLcode sc_easy_set_progress(CURL *easy, curl_xferinfo_callback value) {
  CURLcode code = lib.curl_easy_setopt_(easy, CURLOPT_XFERINFOFUNCTION, value);
  return code ? code : lib.curl_easy_setopt_(easy, CURLOPT_NOPROGRESS, 0L);
}

CURLcode sc_easy_set_before_request(CURL *easy, curl_prereq_callback value) {
  return lib.curl_easy_setopt_(easy, CURLOPT_PREREQFUNCTION, value);
}

CURLcode sc_easy_set_web_only(CURL *easy) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
  return lib.curl_easy_setopt_(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#pragma clang diagnostic pop
}

void sc_easy_leave_resolver(CURL *easy) {
  // CURLOPT_QUICK_EXIT by its number: older headers do not have the name
  lib.curl_easy_setopt_(easy, (CURLoption)(CURLOPTTYPE_LONG + 322), 1L);
}

long sc_easy_status(CURL *easy) {
  long value = 0;
  lib.curl_easy_getinfo_(easy, CURLINFO_RESPONSE_CODE, &value);
  return value;
}

long sc_easy_os_error(CURL *easy) {
  long value = 0;
  lib.curl_easy_getinfo_(easy, CURLINFO_OS_ERRNO, &value);
  return value;
}

struct curl_slist *sc_list_append(struct curl_slist *list, const char *text) {
  return lib.curl_slist_append_(list, text);
}

void sc_list_free(struct curl_slist *list) { lib.curl_slist_free_all_(list); }

CURLM *sc_multi_init(void) { return lib.curl_multi_init_(); }
void sc_multi_cleanup(CURLM *multi) { lib.curl_multi_cleanup_(multi); }
CURLMcode sc_multi_add(CURLM *multi, CURL *easy) { return lib.curl_multi_add_handle_(multi, easy); }

CURLMcode sc_multi_remove(CURLM *multi, CURL *easy) {
  return lib.curl_multi_remove_handle_(multi, easy);
}

CURLMcode sc_multi_perform(CURLM *multi) {
  int running;
  return lib.curl_multi_perform_(multi, &running);
}

CURLMcode sc_multi_poll(CURLM *multi, int milliseconds) {
  return lib.curl_multi_poll_(multi, NULL, 0, milliseconds, NULL);
}

CURLMcode sc_multi_wakeup(CURLM *multi) { return lib.curl_multi_wakeup_(multi); }

CURL *sc_multi_next_done(CURLM *multi, CURLcode *result) {
  CURLMsg *message;
  int left;
  while ((message = lib.curl_multi_info_read_(multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    // the message is gone once the handle is removed
    *result = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}
