#pragma once
// The keyed-by-name interface fills a table of every algorithm on first use, a fifth of the work of
// a whole small check; these functions are the same code without that table, old but kept in 3.x.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
