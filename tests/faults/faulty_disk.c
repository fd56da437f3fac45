/* Lets everything that writes below one folder fail, from a given call on, as a full or read-only disk does.
 *
 * Loaded before libc; what it wraps is what SQLite and Python use. A call counts when it would write to a file
 * below the folder, make one, or force one to disk. Read-only disks also let nothing be removed or renamed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char below[PATH_MAX];
static size_t length;
static int wrong, is_armed;
static long left, bitten, counted;

void faulty_arm(const char *folder, long calls, int error) {
    length = strlen(strncpy(below, folder, sizeof below - 1));
    left = calls, wrong = error, bitten = counted = 0, is_armed = 1;
}

void faulty_disarm(void) { is_armed = 0; }
long faulty_bitten(void) { return bitten; }
long faulty_counted(void) { return counted; }

static int fails(void) {
    counted++;
    if (left-- > 0) return 0;
    left = 0, bitten++, errno = wrong;
    return 1;
}

static int is_below(const char *path) { return is_armed && path && !strncmp(path, below, length); }

static int is_file_below(int fd) {
    char link[64], path[PATH_MAX];
    if (!is_armed) return 0;
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    errno = before;
    if (n < 0) return 0;
    path[n] = 0;
    return is_below(path);
}

static int would_grow(int fd, off_t size) {
    struct stat found;
    return !fstat(fd, &found) && found.st_size < size;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t n) {
    return is_file_below(fd) && fails() ? -1 : REAL(write)(fd, data, n);
}
ssize_t pwrite(int fd, const void *data, size_t n, off_t at) {
    return is_file_below(fd) && fails() ? -1 : REAL(pwrite)(fd, data, n, at);
}
ssize_t pwrite64(int fd, const void *data, size_t n, off64_t at) {
    return is_file_below(fd) && fails() ? -1 : REAL(pwrite64)(fd, data, n, at);
}
ssize_t writev(int fd, const struct iovec *parts, int n) {
    return is_file_below(fd) && fails() ? -1 : REAL(writev)(fd, parts, n);
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t n);
ssize_t sendfile(int out, int in, off_t *at, size_t n) {
    return is_file_below(out) && fails() ? -1 : REAL(sendfile)(out, in, at, n);
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t n) {
    return is_file_below(out) && fails() ? -1 : REAL(sendfile64)(out, in, at, n);
}
int ftruncate(int fd, off_t size) {
    return is_file_below(fd) && (wrong != ENOSPC || would_grow(fd, size)) && fails() ? -1 : REAL(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size) {
    return is_file_below(fd) && (wrong != ENOSPC || would_grow(fd, size)) && fails() ? -1 : REAL(ftruncate64)(fd, size);
}
int fsync(int fd) { return is_file_below(fd) && fails() ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return is_file_below(fd) && fails() ? -1 : REAL(fdatasync)(fd); }

static int is_written(const char *path, int flags) {
    struct stat found;
    if (!is_below(path)) return 0;
    if (wrong != ENOSPC) return (flags & O_ACCMODE) != O_RDONLY;
    return (flags & O_TMPFILE) == O_TMPFILE || ((flags & O_CREAT) && stat(path, &found));
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list more; \
        va_start(more, flags); \
        mode = va_arg(more, mode_t); \
        va_end(more); \
    }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return is_written(path, flags) && fails() ? -1 : REAL(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE(flags)
    return is_written(path, flags) && fails() ? -1 : REAL(open64)(path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
    MODE(flags)
    return is_written(path, flags) && fails() ? -1 : REAL(openat)(at, path, flags, mode);
}
int openat64(int at, const char *path, int flags, ...) {
    MODE(flags)
    return is_written(path, flags) && fails() ? -1 : REAL(openat64)(at, path, flags, mode);
}
int mkdir(const char *path, mode_t mode) {
    struct stat found;
    return is_below(path) && stat(path, &found) && fails() ? -1 : REAL(mkdir)(path, mode);
}
int link(const char *from, const char *to) { return is_below(to) && fails() ? -1 : REAL(link)(from, to); }
int linkat(int at, const char *from, int there, const char *to, int flags) {
    return is_below(to) && fails() ? -1 : REAL(linkat)(at, from, there, to, flags);
}
int unlink(const char *path) { return wrong != ENOSPC && is_below(path) && fails() ? -1 : REAL(unlink)(path); }
int rename(const char *from, const char *to) {
    return wrong != ENOSPC && is_below(to) && fails() ? -1 : REAL(rename)(from, to);
}
