// Debian builds libxml2 with the system's ICU, whose headers clash with the ICU inside Foundation. They are needed only for
// the insides of character encoders, which nothing here looks into.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
