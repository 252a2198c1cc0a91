#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tern {

// One line of a tide gauge: "2024-05-01T06:00Z HOOG 182".
struct Reading {
    std::string station;
    int level_cm;
};

// Longest station code that is accepted, in characters.
constexpr std::size_t kMaxStation = 8;

// nullopt for anything that is not such a line.
std::optional<Reading> scan_line(std::string_view line);

}  // namespace tern
