@echo off
rem Sets riskdesk up where that has not been done yet, and starts it (the twin of riskdesk.sh):
rem   riskdesk.cmd            the window
rem   riskdesk.cmd test       all checks and tests; further words go to pytest
rem   riskdesk.cmd WORDS...   the command line, e.g. riskdesk.cmd list risk
setlocal EnableExtensions DisableDelayedExpansion

set "HERE=%~dp0"
rem The second place serves a folder that the user may not write to.
set "FIRST=%HERE%.venv"
set "SECOND=%LOCALAPPDATA%\riskdesk\venv"
set "LOCK=requirements.lock"
if "%~1"=="test" set "LOCK=requirements-dev.lock"

call :find
if defined VENV goto start

rem The launcher py comes with the installer of python.org, the Store's Python has only python.exe.
set "PY=py -3"
where py >nul 2>&1
if not errorlevel 1 goto set_up
set "PY=python"
where python >nul 2>&1
if errorlevel 1 goto no_python

:set_up
%PY% -I "%HERE%riskdesk\set_up.py" "%LOCK%" "%FIRST%" "%SECOND%"
if errorlevel 1 exit /b 1
call :find
if not defined VENV exit /b 1

:start
rem The program is found from any working directory; -P keeps files of that directory from shadowing modules.
if defined PYTHONPATH set "PYTHONPATH=%HERE%;%PYTHONPATH%"
if not defined PYTHONPATH set "PYTHONPATH=%HERE%"
if "%~1"=="test" goto test
"%VENV%\Scripts\python.exe" -P -m riskdesk %*
exit /b %errorlevel%

:test
"%VENV%\Scripts\python.exe" -P "%HERE%tests\check.py" %*
exit /b %errorlevel%

:no_python
echo Python 3.11 or newer was not found. Please install it from python.org and start again.
exit /b 1

rem Sets VENV to the first place that holds what the lock asks for.
:find
set "VENV="
call :try "%FIRST%"
if not defined VENV call :try "%SECOND%"
exit /b 0

:try
if not exist "%~1\Scripts\python.exe" exit /b 0
fc /b "%HERE%%LOCK%" "%~1\set-up\%LOCK%" >nul 2>&1
if not errorlevel 1 set "VENV=%~1"
exit /b 0
