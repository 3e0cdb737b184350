#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>

/* Swift imports the macro, but not as the type of the field that it is for. */
static const unsigned int preau_xml_sax2_magic = XML_SAX2_MAGIC;
