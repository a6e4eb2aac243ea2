"""A hub that dies when everything is on the disk and nothing has been answered: SOCKET KEYS DATABASE DIES(0 or 1)."""

import os
import signal
import socket
import sys
import time
from pathlib import Path

import uvicorn

from kiosk.hub.service.app import hub_app
from kiosk.hub.service.desk import Hub
from kiosk.hub.service.keys import hub_keys
from kiosk.hub.settings import Hub as Where
from kiosk.hub.settings import Settings
from kiosk.hub.store.opening import open_store
from kiosk.sync.exchange.messages import seal_ack

listening, folder, database, dies = sys.argv[1:]
keys = hub_keys(Path(folder))


def sign(ack):
    if dies == "1":
        os.kill(os.getpid(), signal.SIGKILL)
    return seal_ack(ack, keys.signing)


store = open_store(Where(Settings(database=database), Path("/")))
hub = Hub(store, sign, keys.signing.public, keys.sealing_public, "ns", lambda: int(time.time()))
server = uvicorn.Server(uvicorn.Config(hub_app(hub, 400), log_level="error"))
server.run(sockets=[socket.socket(fileno=int(listening))])
