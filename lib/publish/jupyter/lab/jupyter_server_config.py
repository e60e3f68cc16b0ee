"""JupyterLab as this workspace has it: our kernel, the chapters, exports that work.

`deno task lab` leads Jupyter here by JUPYTER_CONFIG_PATH; nobody's own Jupyter is touched.
"""

import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.dirname(here)]

from exporting import register_exporters
from saving import strip_outputs

c = get_config()  # noqa: F821, Jupyter has it ready

# What it does step by step is nothing to an analyst; where it is to be found is said all the same.
c.Application.log_level = "WARN"

c.LabApp.app_settings_dir = here  # overrides.json
c.LabApp.custom_css = True
c.LabApp.news_url = None
c.LabApp.extension_manager = "readonly"

# One kernel: the one that reads lib/.
c.KernelSpecManager.allowed_kernelspecs = {"deno"}
c.KernelSpecManager.ensure_native_kernel = False
c.MultiKernelManager.default_kernel_name = "deno"
c.MappingKernelManager.kernel_manager_class = "kernels.KernelManager"

c.FileContentsManager.pre_save_hook = strip_outputs
register_exporters(c, browser=os.environ.get("REPORT_BROWSER"))
