#pragma once

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
#include <stdint.h>

/* What telephones call HEVC in MP4 and Apple's players insist on; a macro makes such numbers. */
static const uint32_t preau_av_hvc1 = MKTAG('h', 'v', 'c', '1');
