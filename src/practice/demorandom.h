#pragma once

#include <QString>

#include <random>
#include <span>

namespace tidemark::practice {

/// The same numbers for the same seed, on every machine.
class DemoRandom {
public:
    explicit DemoRandom(quint32 seed) : m_engine(seed) { }

    /// From 0 to below - 1.
    int below(int bound) { return int(m_engine() % quint32(bound)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool oneIn(int count) { return below(count) == 0; }
    QString pick(std::span<const char16_t *const> words)
    {
        return QString::fromUtf16(words[std::size_t(below(int(words.size())))]);
    }
    quint32 bits() { return quint32(m_engine()); }

private:
    std::mt19937 m_engine;
};

} // namespace tidemark::practice
