#include "decompressor.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

#include <zlib.h>
#include <zstd.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DecompressorText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Decompressor)
};

tl::unexpected<SyncError> failed(const QString &library, const QString &cause)
{
    return fail(ErrorKind::Data,
        DecompressorText::tr("it cannot be decompressed, %1 reports \"%2\"").arg(library, cause));
}

void moveOn(Decompressor::Step &step, qint64 taken, qint64 given)
{
    step.in += taken;
    step.inSize -= taken;
    step.out += given;
    step.room -= given;
}

class GzipDecompressor : public Decompressor {
public:
    GzipDecompressor()
    {
        constexpr int gzipFormat = 16;
        m_code = inflateInit2(&m_stream, MAX_WBITS + gzipFormat);
    }
    ~GzipDecompressor() override { inflateEnd(&m_stream); }
    GzipDecompressor(const GzipDecompressor &) = delete;
    GzipDecompressor &operator=(const GzipDecompressor &) = delete;

    Status go(Step &step) override
    {
        if (isAtEnd())
            return {};
        const auto in = uInt(std::min<qint64>(step.inSize, std::numeric_limits<uInt>::max()));
        const auto room = uInt(std::min<qint64>(step.room, std::numeric_limits<uInt>::max()));
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(step.in)); // zlib only reads it
        m_stream.avail_in = in;
        m_stream.next_out = reinterpret_cast<Bytef *>(step.out);
        m_stream.avail_out = room;
        if (m_code == Z_OK || m_code == Z_BUF_ERROR)
            m_code = inflate(&m_stream, Z_NO_FLUSH);
        if (m_code != Z_OK && m_code != Z_BUF_ERROR && m_code != Z_STREAM_END)
            return failed(u"zlib"_s, QString::fromLatin1(zError(m_code)));
        moveOn(step, in - m_stream.avail_in, room - m_stream.avail_out);
        return {};
    }

    bool isAtEnd() const override { return m_code == Z_STREAM_END; }

private:
    z_stream m_stream = {};
    int m_code = Z_OK;
};

class ZstdDecompressor : public Decompressor {
public:
    Status go(Step &step) override
    {
        if (isAtEnd())
            return {};
        ZSTD_inBuffer in{ step.in, size_t(step.inSize), 0 };
        ZSTD_outBuffer out{ step.out, size_t(step.room), 0 };
        const size_t rest = ZSTD_decompressStream(m_stream.get(), &out, &in);
        if (ZSTD_isError(rest) != 0)
            return failed(u"zstd"_s, QString::fromLatin1(ZSTD_getErrorName(rest)));
        m_ended = rest == 0;
        moveOn(step, qint64(in.pos), qint64(out.pos));
        return {};
    }

    bool isAtEnd() const override { return m_ended; }

private:
    struct Free {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };

    std::unique_ptr<ZSTD_DStream, Free> m_stream{ ZSTD_createDStream() };
    bool m_ended = false;
};

} // namespace

std::unique_ptr<Decompressor> Decompressor::make(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return std::make_unique<GzipDecompressor>();
    case Compression::Zstd:
        return std::make_unique<ZstdDecompressor>();
    case Compression::None:
        break;
    }
    return nullptr;
}

} // namespace tidemark
