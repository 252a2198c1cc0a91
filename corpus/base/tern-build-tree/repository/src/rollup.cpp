#include "tern/rollup.hpp"

#include <algorithm>

namespace tern {

void Rollup::add(const Reading& reading) {
    const auto [it, inserted] =
        ranges_.try_emplace(reading.station, Range{reading.level_cm, reading.level_cm});
    if (inserted) return;
    it->second.lowest = std::min(it->second.lowest, reading.level_cm);
    it->second.highest = std::max(it->second.highest, reading.level_cm);
}

}  // namespace tern
