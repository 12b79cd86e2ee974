#ifndef OVERSTAP_CYAML_H
#define OVERSTAP_CYAML_H
#include <yaml.h>
#endif
