#pragma once

// The Glibc module does not have malloc.h, and no other system has this.

// Large pieces of memory that are given back are kept for the next ones, up to 64 MiB: the system would take
// them away and hand out pages that must be cleared and mapped again. Does nothing where there is no mallopt.
void sp_keep_freed_memory(void);
