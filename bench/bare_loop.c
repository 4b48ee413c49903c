/* The yardstick: a bare libcurl multi loop that sends N requests, a fixed number at a time, and checks the status alone.
 *
 *   bare_loop URL REQUESTS IN_FLIGHT
 *
 * Prints nothing where every status was 200; else says how many were not, and ends with 1. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

static size_t discard(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: bare_loop URL REQUESTS IN_FLIGHT\n");
        return 2;
    }
    long requests = strtol(argv[2], NULL, 10);
    long in_flight = strtol(argv[3], NULL, 10);
    if (requests < 1 || in_flight < 1) {
        fprintf(stderr, "bare_loop: REQUESTS and IN_FLIGHT are at least 1\n");
        return 2;
    }
    if (in_flight > requests) {
        in_flight = requests;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    for (long i = 0; i < in_flight; i++) {
        CURL *easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_URL, argv[1]);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_USERPWD, "project-test-bench:secret-test-bench");
        curl_multi_add_handle(multi, easy);
    }
    long started = in_flight;
    long finished = 0;
    long wrong = 0;
    int running = 0;
    while (finished < requests) {
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        int queued;
        while ((message = curl_multi_info_read(multi, &queued)) != NULL) {
            if (message->msg != CURLMSG_DONE) {
                continue;
            }
            CURL *easy = message->easy_handle;
            CURLcode result = message->data.result;
            long status = 0;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            if (result != CURLE_OK || status != 200) {
                wrong++;
            }
            finished++;
            curl_multi_remove_handle(multi, easy);
            if (started < requests) {
                started++;
                curl_multi_add_handle(multi, easy);
            } else {
                curl_easy_cleanup(easy);
            }
        }
        if (finished < requests) {
            curl_multi_poll(multi, NULL, 0, 1000, NULL);
        }
    }
    curl_multi_cleanup(multi);
    curl_slist_free_all(headers);
    curl_global_cleanup();
    if (wrong > 0) {
        fprintf(stderr, "bare_loop: %ld of %ld requests did not come back with 200\n", wrong, requests);
        return 1;
    }
    return 0;
}
