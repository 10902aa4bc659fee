/* The version of GScript, for C and C++. */
#ifndef GSCRIPT_VERSION_H
#define GSCRIPT_VERSION_H

#define GSCRIPT_VERSION_MAJOR 1
#define GSCRIPT_VERSION_MINOR 0
#define GSCRIPT_VERSION_PATCH 0
#define GSCRIPT_VERSION "1.0.0"

#if defined(__GNUC__)
#define GSCRIPT_API __attribute__((visibility("default")))
#else
#define GSCRIPT_API
#endif

#endif
