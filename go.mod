module firstsession

go 1.25.0
