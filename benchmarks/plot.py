"""A log-log plot as SVG, written by hand."""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 50, 55
COLORS = ["#0b63c4", "#b4540a", "#3d7a1f"]


def fit(points):
    """The straight line through log10 of the points: (slope, intercept), least squares."""
    xs = [math.log10(x) for x, _ in points]
    ys = [math.log10(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = (sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
             / sum((x - mean_x) ** 2 for x in xs))
    return slope, mean_y - slope * mean_x


class Plot:
    """Series of (bytes, milliseconds) over powers of ten."""

    def __init__(self, title, series):
        self.title = title
        self.series = series
        points = [point for _, values in series for point in values]
        self.x = self.decades(x for x, _ in points)
        self.y = self.decades(y for _, y in points)

    @staticmethod
    def decades(values):
        values = list(values)
        return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def place(self, x, y):
        across = (math.log10(x) - self.x[0]) / (self.x[1] - self.x[0])
        up = (math.log10(y) - self.y[0]) / (self.y[1] - self.y[0])
        return (LEFT + across * (WIDTH - LEFT - RIGHT),
                HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM))

    def svg(self):
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'width="{WIDTH}" height="{HEIGHT}" font-family="system-ui, sans-serif" font-size="13">',
            f"<title>{escape(self.title)}</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
            f'<text x="{LEFT}" y="26" font-size="16" fill="#1d1d1f">{escape(self.title)}</text>']
        parts += self.grid()
        for number, (name, points) in enumerate(self.series):
            parts += self.line(number, name, points)
        return "\n".join(parts + ["</svg>", ""])

    def grid(self):
        parts = []
        for power in range(self.x[0], self.x[1] + 1):
            x, _ = self.place(10**power, 10 ** self.y[0])
            parts.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#d8d8dc"/>')
            parts.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle" '
                         f'fill="#55555a">{size_name(10**power)}</text>')
        for power in range(self.y[0], self.y[1] + 1):
            _, y = self.place(10 ** self.x[0], 10**power)
            parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#d8d8dc"/>')
            parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" '
                         f'fill="#55555a">{10**power:g} ms</text>')
        middle = (LEFT + WIDTH - RIGHT) / 2
        parts.append(f'<text x="{middle}" y="{HEIGHT - 12}" text-anchor="middle" fill="#1d1d1f">'
                     "size of the plan</text>")
        return parts

    def line(self, number, name, points):
        color = COLORS[number % len(COLORS)]
        places = [self.place(x, y) for x, y in points]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        parts = [f'<path d="{path}" fill="none" stroke="{color}" stroke-width="2"/>']
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>' for x, y in places]
        y = TOP + 16 + 20 * number
        parts.append(f'<path d="M{LEFT + 14} {y - 4}h22" stroke="{color}" stroke-width="2"/>')
        parts.append(f'<text x="{LEFT + 44}" y="{y}" fill="#1d1d1f">{escape(name)}</text>')
        return parts


def size_name(count):
    for unit, size in (("MB", 10**6), ("KB", 10**3)):
        if count >= size:
            return f"{count // size} {unit}"
    return f"{count} B"
