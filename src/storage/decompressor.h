#pragma once

#include "csvdialect.h"
#include "result.h"

#include <QtGlobal>

#include <memory>

namespace tidemark {

/// Decompresses one stream in steps, in constant memory. One thread.
class Decompressor {
public:
    /// What is to be read, and the room for what comes out; each call moves both on.
    struct Step {
        const char *in = nullptr;
        qint64 inSize = 0;
        char *out = nullptr;
        qint64 room = 0;
    };

    virtual ~Decompressor() = default;

    /// Takes and gives as much as it can.
    [[nodiscard]] virtual Status go(Step &step) = 0;
    /// True once the stream's own end was read.
    virtual bool isAtEnd() const = 0;

    /// None for Compression::None.
    [[nodiscard]] static std::unique_ptr<Decompressor> make(Compression compression);
};

} // namespace tidemark
