"""Ports for kernels, below those that systems give to connections.

Who connects to a port of that range before anybody listens may be given the very same port and so be
connected to himself; ZeroMQ then gives that connection up for good, and a kernel seems never to
start. Linux gives out 32768 and up, Windows and macOS 49152 and up.
"""

import random
import socket

FIRST, LAST = 15000, 32000


def free_ports(count):
    """Ports that nobody listens on, held together so that they differ."""
    held = []
    while len(held) < count:
        one = socket.socket()
        try:
            one.bind(("127.0.0.1", random.randint(FIRST, LAST)))
            held.append(one)
        except OSError:  # taken
            one.close()
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def give_ports(manager):
    """Gives a kernel manager of Jupyter's ports before it starts its kernel."""
    manager.cache_ports = False  # Its own would be of the wrong range.
    names = ("shell", "iopub", "stdin", "hb", "control")
    for name, port in zip(names, free_ports(len(names))):
        setattr(manager, f"{name}_port", port)
