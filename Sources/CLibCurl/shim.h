#ifndef CLIBCURL_SHIM_H
#define CLIBCURL_SHIM_H

#include <curl/curl.h>

// Swift cannot call C functions with variable arguments, and curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are such
// functions. Each shim below fixes the one type that goes through it, so that a wrong type is an error of the compiler
// instead of undefined behaviour.

// Options that take a number or a switch. curl reads a `long`; a Swift Int32 passed as a variable argument would be read as garbage.
static inline CURLcode archive_easy_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

// Options that take text. curl copies the string; NULL restores the default.
static inline CURLcode archive_easy_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

// Options that take a pointer handed back to a callback (…DATA, PRIVATE) or written to (ERRORBUFFER). curl keeps the pointer.
static inline CURLcode archive_easy_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

// Options that take a list (CONNECT_TO, RESOLVE). curl keeps the pointer: the list must outlive the transfer.
static inline CURLcode archive_easy_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

// WRITEFUNCTION and HEADERFUNCTION have the same signature.
static inline CURLcode archive_easy_set_write_function(CURL *easy, CURLoption option, curl_write_callback value) {
    return curl_easy_setopt(easy, option, value);
}

// OPENSOCKETFUNCTION: asked with the real address before a connection is made.
static inline CURLcode archive_easy_set_opensocket_function(CURL *easy, curl_opensocket_callback value) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, value);
}

// PREREQFUNCTION: asked before every request, with the address of a connection that may have been made for another one.
static inline CURLcode archive_easy_set_prereq_function(CURL *easy, curl_prereq_callback value) {
    return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, value);
}

// Facts that are a number (RESPONSE_CODE, OS_ERRNO).
static inline CURLcode archive_easy_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

// Facts that are a size or a time in microseconds (names ending in _T).
static inline CURLcode archive_easy_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

// Facts that are text (PRIMARY_IP). The memory stays curl's and lasts until the next transfer of this handle.
static inline CURLcode archive_easy_get_string(CURL *easy, CURLINFO info, const char **value) {
    return curl_easy_getinfo(easy, info, (char **)value);
}

// Multi options that take a number (MAXCONNECTS).
static inline CURLMcode archive_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

// A message's result is a union member, which Swift would read through an unsafe projection.
static inline CURLcode archive_message_result(const CURLMsg *message) { return message->data.result; }

// The global set-up's flags are an expression that Swift does not import.
static inline CURLcode archive_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

#endif
