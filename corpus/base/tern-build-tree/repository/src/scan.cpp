#include "tern/scan.hpp"

#include <charconv>

namespace tern {

std::optional<Reading> scan_line(std::string_view line) {
    const auto first = line.find(' ');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = line.find(' ', first + 1);
    if (second == std::string_view::npos) return std::nullopt;

    const auto station = line.substr(first + 1, second - first - 1);
    if (station.empty() || station.size() > kMaxStation) return std::nullopt;

    const auto digits = line.substr(second + 1);
    int level = 0;
    const auto end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, level);
    if (result.ec != std::errc() || result.ptr != end) return std::nullopt;

    return Reading{std::string(station), level};
}

}  // namespace tern
