#ifndef OVERSTAP_CZLIB_H
#define OVERSTAP_CZLIB_H
#include <zlib.h>
#endif
