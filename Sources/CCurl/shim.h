#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

// Swift cannot call a variadic C function. Each wrapper below gives one variadic call of libcurl one argument type, and does
// nothing else.

#include <curl/curl.h>

/// curl_easy_setopt is variadic: an option that takes a number.
static inline CURLcode ccurl_setopt_long(CURL *_Nonnull easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

/// curl_easy_setopt is variadic: an option that takes a size.
static inline CURLcode ccurl_setopt_offset(CURL *_Nonnull easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

/// curl_easy_setopt is variadic: an option that takes a text, which libcurl copies; null takes the option back.
static inline CURLcode ccurl_setopt_string(CURL *_Nonnull easy, CURLoption option, const char *_Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

/// curl_easy_setopt is variadic: an option that takes a pointer, which libcurl keeps and does not own.
static inline CURLcode ccurl_setopt_pointer(CURL *_Nonnull easy, CURLoption option, void *_Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

/// curl_easy_setopt is variadic: an option that takes a list, which libcurl reads and does not own.
static inline CURLcode ccurl_setopt_list(CURL *_Nonnull easy, CURLoption option, struct curl_slist *_Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

/// curl_easy_setopt is variadic: an option that takes the function given each piece of a header or a body.
static inline CURLcode ccurl_setopt_data_callback(CURL *_Nonnull easy, CURLoption option,
                                                  curl_write_callback _Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

/// curl_easy_setopt is variadic: the option that takes the function asked before a request is sent.
static inline CURLcode ccurl_setopt_prereq_callback(CURL *_Nonnull easy, CURLoption option,
                                                    curl_prereq_callback _Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

/// curl_easy_getinfo is variadic: a fact that is a number.
static inline CURLcode ccurl_getinfo_long(CURL *_Nonnull easy, CURLINFO info, long *_Nonnull value) {
    return curl_easy_getinfo(easy, info, value);
}

/// curl_easy_getinfo is variadic: a fact that is a size, or a time in microseconds.
static inline CURLcode ccurl_getinfo_offset(CURL *_Nonnull easy, CURLINFO info, curl_off_t *_Nonnull value) {
    return curl_easy_getinfo(easy, info, value);
}

/// curl_easy_getinfo is variadic: the pointer given as CURLOPT_PRIVATE.
static inline CURLcode ccurl_getinfo_pointer(CURL *_Nonnull easy, CURLINFO info,
                                             void *_Nullable *_Nonnull value) {
    return curl_easy_getinfo(easy, info, value);
}

/// curl_easy_getinfo is variadic: the socket of a connection.
static inline CURLcode ccurl_getinfo_socket(CURL *_Nonnull easy, CURLINFO info, curl_socket_t *_Nonnull value) {
    return curl_easy_getinfo(easy, info, value);
}

/// curl_multi_setopt is variadic: an option that takes a number.
static inline CURLMcode ccurl_multi_setopt_long(CURLM *_Nonnull multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/// curl_multi_setopt is variadic: an option that takes a pointer, which libcurl keeps and does not own.
static inline CURLMcode ccurl_multi_setopt_pointer(CURLM *_Nonnull multi, CURLMoption option, void *_Nullable value) {
    return curl_multi_setopt(multi, option, value);
}

/// curl_multi_setopt is variadic: the option that takes the function told which sockets to watch.
static inline CURLMcode ccurl_multi_setopt_socket_callback(CURLM *_Nonnull multi, curl_socket_callback _Nullable value) {
    return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, value);
}

/// curl_multi_setopt is variadic: the option that takes the function told when to call at the latest.
static inline CURLMcode ccurl_multi_setopt_timer_callback(CURLM *_Nonnull multi,
                                                          curl_multi_timer_callback _Nullable value) {
    return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, value);
}

#endif
