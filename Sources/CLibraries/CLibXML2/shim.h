#pragma once
#include <libxml/xmlversion.h>

/* Debian's libxml2 converts encodings with ICU and shows ICU's types in its headers, where they
   clash with those of Foundation's own ICU. Nothing of ours needs them. */
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>

/* Swift imports the macro, but not as the type of the field that it is for. */
static const unsigned int preau_xml_sax2_magic = XML_SAX2_MAGIC;
