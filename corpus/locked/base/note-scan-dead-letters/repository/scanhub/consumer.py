"""Takes scans from the queue and writes them to the store."""

import json
import logging

log = logging.getLogger("scanhub")

QUEUE = "scans"
STATUSES = ("IN", "SORTED", "OUT", "DELIVERED")


class Consumer:
    def __init__(self, broker, store):
        self.broker = broker
        self.store = store

    def step(self):
        """Handles one message. Returns False when the queue is empty."""
        message = self.broker.get(QUEUE)
        if message is None:
            return False
        try:
            scan = json.loads(message.body)
            self.handle(scan)
        except Exception as error:
            log.warning("scan failed, requeueing: %s", error)
            self.broker.requeue(QUEUE)
            return True
        self.broker.ack(QUEUE)
        return True

    def handle(self, scan):
        if scan["status"] not in STATUSES:
            raise ValueError("unknown status %r" % scan["status"])
        self.store.record(scan["barcode"], scan["status"], scan["scanned_at"])
