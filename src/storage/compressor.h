#pragma once

#include "csvdialect.h"
#include "result.h"

#include <QByteArray>

#include <memory>

namespace tidemark {

/// Compresses one stream in steps; the same input gives the same output. One thread.
class Compressor {
public:
    virtual ~Compressor() = default;

    /// Appends to `out` what is ready.
    [[nodiscard]] virtual Status add(const char *data, qint64 size, QByteArray &out) = 0;
    /// Appends the rest.
    [[nodiscard]] virtual Status finish(QByteArray &out) = 0;

    /// None for Compression::None.
    [[nodiscard]] static std::unique_ptr<Compressor> make(Compression compression);
};

} // namespace tidemark
