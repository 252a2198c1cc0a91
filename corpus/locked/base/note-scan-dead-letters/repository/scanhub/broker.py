"""A thin face over the broker, and an in-memory one for tests."""

from collections import deque
from dataclasses import dataclass, field


@dataclass
class Message:
    body: bytes
    headers: dict = field(default_factory=dict)


class MemoryBroker:
    """Queues by name. publish(delay=...) only records the delay, nothing waits."""

    def __init__(self):
        self.queues = {}
        self.delays = []

    def publish(self, queue, message, delay=0):
        self.queues.setdefault(queue, deque()).append(message)
        self.delays.append((queue, delay))

    def get(self, queue):
        waiting = self.queues.get(queue)
        return waiting[0] if waiting else None

    def ack(self, queue):
        self.queues[queue].popleft()

    def requeue(self, queue):
        self.queues[queue].rotate(-1)
