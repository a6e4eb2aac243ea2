"""Runs a program of ours where the keyboard has another layout: `-m tests.e2e.under_layout fr kiosk counter`."""

import ctypes
import runpy
import subprocess
import sys

# A display that nobody uses any more takes its own keyboard again: somebody stays.
library = ctypes.CDLL("libX11.so.6")
library.XOpenDisplay.restype = ctypes.c_void_p
staying = library.XOpenDisplay(None)

name, _bracket, variant = sys.argv[1].rstrip(")").partition("(")
subprocess.run(["setxkbmap", name, *(["-variant", variant] if variant else [])], check=True)
program = sys.argv[2]
sys.argv = [program, *sys.argv[3:]]
runpy.run_module(program, run_name="__main__")
