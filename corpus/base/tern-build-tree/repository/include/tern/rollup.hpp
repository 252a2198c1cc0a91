#pragma once

#include <map>
#include <string>

#include "tern/scan.hpp"

namespace tern {

struct Range {
    int lowest;
    int highest;
};

class Rollup {
public:
    void add(const Reading& reading);
    const std::map<std::string, Range>& ranges() const { return ranges_; }

private:
    std::map<std::string, Range> ranges_;
};

}  // namespace tern
