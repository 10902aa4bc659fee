// expect syntax error: 2:1: goto is not supported
goto done
