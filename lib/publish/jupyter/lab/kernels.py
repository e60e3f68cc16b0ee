"""JupyterLab's kernels, with ports on which nobody can be connected to himself (see ports.py)."""

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

from ports import give_ports


class KernelManager(ServerKernelManager):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        give_ports(self)
