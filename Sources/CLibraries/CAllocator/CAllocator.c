#include "CAllocator.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void sp_keep_freed_memory(void) {
#ifdef __GLIBC__
  // 32 MiB is the most that glibc takes here
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}
