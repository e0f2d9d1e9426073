#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one function for each kind of argument.
CURLcode kindred_curl_set_long(CURL *curl, CURLoption option, long value);
CURLcode kindred_curl_set_text(CURL *curl, CURLoption option, const char *value);
CURLcode kindred_curl_set_error_buffer(CURL *curl, char *buffer);
CURLcode kindred_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value);
CURLcode kindred_curl_set_reader(CURL *curl, curl_read_callback reader, void *context);
CURLcode kindred_curl_set_listener(CURL *curl, curl_debug_callback listener, void *context);
CURLcode kindred_curl_set_progress(CURL *curl, curl_xferinfo_callback progress, void *context);

// TLS writes to a connection that broke raise SIGPIPE, whose default ends the process; a thread may hold it back for itself.
void kindred_curl_block_sigpipe(void);
