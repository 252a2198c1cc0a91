#pragma once
#include <sys/types.h>

// What the Glibc module does not have, what is a macro or variadic, and what the systems spell differently.

// A pipe, [0] for reading; both ends close on exec and lie above the three standard descriptors. 0, or -1
// with errno.
int sp_pipe(int ends[2]);

// Reads and writes on it return at once.
void sp_never_wait(int descriptor);

// Starts a program as the leader of a session of its own: no terminal, its process group is its id. It gets
// the descriptors of standard (input, output, error) and no other, and no signal is blocked or ignored.
// Both lists end in NULL. 0, or the error number.
int sp_spawn(
    const char *program, char *const *arguments, char *const *environment, const char *directory,
    const int standard[3], pid_t *process);

// A descriptor that becomes readable when the process ends; -1 where the system has none.
int sp_open_process(pid_t process);

// How a child ended, without reaping it: 1 with its exit code and signal set (the other is -1), 0 while it
// runs, -1 when it is no child of ours.
int sp_ended(pid_t process, int *code, int *signal);

// This process's variables, NAME=VALUE, ending in NULL.
char **sp_environment(void);
