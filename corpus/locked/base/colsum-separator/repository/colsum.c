/* colsum - add up one column of numbers
 *
 * usage: colsum [-k COLUMN] [FILE]
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define VERSION "1.3.0"

static void usage(FILE *to) {
    fputs("usage: colsum [-k COLUMN] [FILE]\n", to);
}

static void die(const char *what) {
    fprintf(stderr, "colsum: %s\n", what);
    exit(2);
}

/* Returns the n-th field (1 = first) of line or NULL if there are fewer. Changes line. */
static char *field(char *line, int n) {
    char *f = strtok(line, " \t\n");
    while (f != NULL && --n > 0)
        f = strtok(NULL, " \t\n");
    return f;
}

int main(int argc, char **argv) {
    int column = 1, opt;
    while ((opt = getopt(argc, argv, "k:hV")) != -1) {
        switch (opt) {
        case 'k':
            column = atoi(optarg);
            if (column < 1) die("-k needs a number from 1 on");
            break;
        case 'h': usage(stdout); return 0;
        case 'V': puts("colsum " VERSION); return 0;
        default: usage(stderr); return 2;
        }
    }
    FILE *in = stdin;
    if (optind < argc && (in = fopen(argv[optind], "r")) == NULL) die(strerror(errno));

    char *line = NULL;
    size_t cap = 0;
    double sum = 0;
    long lineno = 0, skipped = 0;
    while (getline(&line, &cap, in) != -1) {
        lineno++;
        char *f = field(line, column), *end;
        if (f == NULL) continue;
        double v = strtod(f, &end);
        if (end == f || *end != '\0') {
            fprintf(stderr, "colsum: line %ld: not a number: %s\n", lineno, f);
            skipped++;
            continue;
        }
        sum += v;
    }
    free(line);
    printf("%.10g\n", sum);
    return skipped ? 1 : 0;
}
