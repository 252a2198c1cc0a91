#pragma once
#include <curl/curl.h>

// libcurl costs every start several milliseconds when it is linked, so it is loaded when it is first
// needed. Nothing below may be called before sc_curl_load has returned NULL.

// Loads and initializes libcurl once for the process. NULL when it can be used, else one clause that says
// what is wrong, which lives as long as the process.
const char *sc_curl_load(void);

CURL *sc_easy_init(void);
void sc_easy_cleanup(CURL *easy);

// curl_easy_setopt takes a value of any type, which Swift cannot call: one function for each type.
CURLcode sc_easy_set_long(CURL *easy, CURLoption option, long value);
CURLcode sc_easy_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode sc_easy_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode sc_easy_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode sc_easy_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode sc_easy_set_data(CURL *easy, CURLoption option, curl_write_callback value);
CURLcode sc_easy_set_progress(CURL *easy, curl_xferinfo_callback value);
CURLcode sc_easy_set_before_request(CURL *easy, curl_prereq_callback value);
// Nothing but http and https, by the one option that all versions know.
CURLcode sc_easy_set_web_only(CURL *easy);
// A name that is still being resolved is left to its thread when the exchange ends, from 7.87 on; before
// that, and without this, the loop waits for it.
void sc_easy_leave_resolver(CURL *easy);

long sc_easy_status(CURL *easy);
// The errno of the connection that failed; 0 when there is none.
long sc_easy_os_error(CURL *easy);

struct curl_slist *sc_list_append(struct curl_slist *list, const char *text);
void sc_list_free(struct curl_slist *list);

CURLM *sc_multi_init(void);
void sc_multi_cleanup(CURLM *multi);
CURLMcode sc_multi_add(CURLM *multi, CURL *easy);
CURLMcode sc_multi_remove(CURLM *multi, CURL *easy);
CURLMcode sc_multi_perform(CURLM *multi);
CURLMcode sc_multi_poll(CURLM *multi, int milliseconds);
CURLMcode sc_multi_wakeup(CURLM *multi);
// The next exchange that has ended, or NULL; result is set with it.
CURL *sc_multi_next_done(CURLM *multi, CURLcode *result);
