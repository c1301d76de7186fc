#include "compressor.h"

#include <QCoreApplication>

#include <array>
#include <limits>

#include <zlib.h>
#include <zstd.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nearly as small as zlib's default level in half its time.
constexpr int gzipLevel = 4;
constexpr int zstdLevel = 3;
constexpr size_t outputStep = 64UL * 1024;

struct CompressorText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Compressor)
};

tl::unexpected<SyncError> failed(const QString &library, const QString &cause)
{
    return fail(ErrorKind::Internal,
        CompressorText::tr(
            "A file cannot be compressed: %1 reports \"%2\". Check that there is memory left, or "
            "write without compression.")
            .arg(library, cause));
}

class GzipCompressor : public Compressor {
public:
    GzipCompressor()
    {
        constexpr int gzipFormat = 16;
        constexpr int memoryLevel = 8;
        m_code = deflateInit2(
            &m_stream, gzipLevel, Z_DEFLATED, MAX_WBITS + gzipFormat, memoryLevel, Z_DEFAULT_STRATEGY);
    }
    ~GzipCompressor() override { deflateEnd(&m_stream); }
    GzipCompressor(const GzipCompressor &) = delete;
    GzipCompressor &operator=(const GzipCompressor &) = delete;

    Status add(const char *data, qint64 size, QByteArray &out) override
    {
        Q_ASSERT(size <= std::numeric_limits<uInt>::max());
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data)); // zlib only reads it
        m_stream.avail_in = uInt(size);
        return deflateAll(Z_NO_FLUSH, out);
    }

    Status finish(QByteArray &out) override
    {
        m_stream.avail_in = 0;
        return deflateAll(Z_FINISH, out);
    }

private:
    Status deflateAll(int flush, QByteArray &out)
    {
        do {
            m_stream.next_out = m_output.data();
            m_stream.avail_out = uInt(m_output.size());
            if (m_code == Z_OK || m_code == Z_BUF_ERROR)
                m_code = deflate(&m_stream, flush);
            if (m_code != Z_OK && m_code != Z_BUF_ERROR && m_code != Z_STREAM_END)
                return failed(u"zlib"_s, QString::fromLatin1(zError(m_code)));
            out.append(reinterpret_cast<const char *>(m_output.data()),
                qsizetype(m_output.size() - m_stream.avail_out));
        } while (m_stream.avail_out == 0);
        return {};
    }

    z_stream m_stream = {};
    int m_code = Z_OK;
    std::array<Bytef, outputStep> m_output;
};

class ZstdCompressor : public Compressor {
public:
    ZstdCompressor() : m_context(ZSTD_createCCtx())
    {
        if (!m_context)
            return;
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, zstdLevel);
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
    }

    Status add(const char *data, qint64 size, QByteArray &out) override
    {
        return compress(data, size_t(size), ZSTD_e_continue, out);
    }
    Status finish(QByteArray &out) override { return compress(nullptr, 0, ZSTD_e_end, out); }

private:
    struct FreeContext {
        void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    };

    Status compress(const char *data, size_t size, ZSTD_EndDirective end, QByteArray &out)
    {
        if (!m_context)
            return failed(u"zstd"_s, CompressorText::tr("no memory"));
        ZSTD_inBuffer input{ data, size, 0 };
        size_t rest = 0;
        do {
            ZSTD_outBuffer output{ m_output.data(), m_output.size(), 0 };
            rest = ZSTD_compressStream2(m_context.get(), &output, &input, end);
            if (ZSTD_isError(rest) != 0)
                return failed(u"zstd"_s, QString::fromLatin1(ZSTD_getErrorName(rest)));
            out.append(m_output.data(), qsizetype(output.pos));
        } while (end == ZSTD_e_end ? rest > 0 : input.pos < input.size);
        return {};
    }

    std::unique_ptr<ZSTD_CCtx, FreeContext> m_context;
    std::array<char, outputStep> m_output;
};

} // namespace

std::unique_ptr<Compressor> Compressor::make(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return std::make_unique<GzipCompressor>();
    case Compression::Zstd:
        return std::make_unique<ZstdCompressor>();
    case Compression::None:
        break;
    }
    return nullptr;
}

} // namespace tidemark
