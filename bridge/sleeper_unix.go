//go:build unix

package bridge

import "syscall"

const canReadNow = true

// readNow reads what there is. It does not wait: again says that it would have to.
func readNow(fd uintptr, b []byte) (n int, again bool, err error) {
	for {
		n, err = syscall.Read(int(fd), b)
		if err != syscall.EINTR {
			return n, err == syscall.EAGAIN, err
		}
	}
}
