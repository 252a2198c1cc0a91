import json
import unittest

from scanhub.broker import MemoryBroker, Message
from scanhub.consumer import QUEUE, Consumer
from scanhub.store import Store


def scan(**changes):
    body = {
        "scan_id": "s-1",
        "barcode": "AT0001",
        "status": "IN",
        "scanned_at": "2025-05-02T08:00:00Z",
    }
    body.update(changes)
    return Message(json.dumps(body).encode())


class ConsumerTest(unittest.TestCase):
    def setUp(self):
        self.broker, self.store = MemoryBroker(), Store()
        self.consumer = Consumer(self.broker, self.store)

    def test_empty_queue(self):
        self.assertFalse(self.consumer.step())

    def test_records_and_acks(self):
        self.broker.publish(QUEUE, scan())
        self.assertTrue(self.consumer.step())
        self.assertEqual(self.store.status("AT0001"), ("IN", "2025-05-02T08:00:00Z"))
        self.assertIsNone(self.broker.get(QUEUE))

    def test_unknown_status_is_requeued(self):
        self.broker.publish(QUEUE, scan(status="LOST"))
        self.assertTrue(self.consumer.step())
        self.assertIsNotNone(self.broker.get(QUEUE))


if __name__ == "__main__":
    unittest.main()
