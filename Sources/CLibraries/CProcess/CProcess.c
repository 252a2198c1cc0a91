#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __APPLE__
#include <crt_externs.h>
#else
#include <sys/syscall.h>
extern char **environ;
#endif

// Low numbers would be overwritten while the child's standard descriptors are put in place.
static int raised(int descriptor) {
  if (descriptor > STDERR_FILENO) return descriptor;
  int higher = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  int error = errno;
  close(descriptor);
  errno = error;
  return higher;
}

int sp_pipe(int ends[2]) {
#ifdef __APPLE__
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#else
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
#endif
  ends[0] = raised(ends[0]);
  ends[1] = raised(ends[1]);
  if (ends[0] >= 0 && ends[1] >= 0) return 0;
  int error = errno;
  if (ends[0] >= 0) close(ends[0]);
  if (ends[1] >= 0) close(ends[1]);
  errno = error;
  return -1;
}

void sp_never_wait(int descriptor) {
  fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

static int add_files(
    posix_spawn_file_actions_t *files, const char *directory, const int standard[3]) {
  int error = posix_spawn_file_actions_addchdir_np(files, directory);
  for (int number = 0; number < 3 && error == 0; number++)
    error = posix_spawn_file_actions_adddup2(files, standard[number], number);
#ifndef __APPLE__
  if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1);
#endif
  return error;
}

static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t signals;
  sigfillset(&signals);
  int error = posix_spawnattr_setsigdefault(attributes, &signals);
  sigemptyset(&signals);
  if (error == 0) error = posix_spawnattr_setsigmask(attributes, &signals);
  short flags = POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  if (error == 0) error = posix_spawnattr_setflags(attributes, flags);
  return error;
}

int sp_spawn(
    const char *program, char *const *arguments, char *const *environment, const char *directory,
    const int standard[3], pid_t *process) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&files);
  if (error != 0) return error;
  error = posix_spawnattr_init(&attributes);
  if (error == 0) {
    error = add_files(&files, directory, standard);
    if (error == 0) error = set_attributes(&attributes);
    if (error == 0)
      error = posix_spawn(process, program, &files, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&files);
  return error;
}

int sp_open_process(pid_t process) {
#if !defined(__APPLE__) && defined(SYS_pidfd_open)
  return (int)syscall(SYS_pidfd_open, process, 0);
#else
  (void)process;
  return -1;
#endif
}

int sp_ended(pid_t process, int *code, int *signal) {
  siginfo_t info;
  info.si_pid = 0;
  int result;
  do {
    result = waitid(P_PID, (id_t)process, &info, WEXITED | WNOHANG | WNOWAIT);
  } while (result != 0 && errno == EINTR);
  if (result != 0) return -1;
  if (info.si_pid != process) return 0;
  *code = info.si_code == CLD_EXITED ? info.si_status : -1;
  *signal = info.si_code == CLD_EXITED ? -1 : info.si_status;
  return 1;
}

char **sp_environment(void) {
#ifdef __APPLE__
  return *_NSGetEnviron();
#else
  return environ;
#endif
}
